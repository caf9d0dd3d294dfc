import { expect, test } from 'vitest';
import { fitLinearModel, predict } from '../../src/language/linear-model.ts';

const examples = ['bread and flour', 'the bakery oven', 'fresh bread today', 'an oven for bread'].map((text) => ({
  text,
  classes: [['bakery']],
}));
const others = ['the bus is late', 'a bus to town', 'bus stop and driver', 'the driver of the bus'].map((text) => ({
  text,
  classes: [['bus']],
}));

test('a model says which class a text belongs to, and its probabilities sum to one', () => {
  const model = fitLinearModel('en', [...examples, ...others]);
  const [probabilities] = predict(model, 'where is my bread');
  expect(probabilities!.get('bakery')).toBeGreaterThan(0.8);
  expect(probabilities!.get('bakery')! + probabilities!.get('bus')!).toBeCloseTo(1, 5);
  expect(probabilities!.get('school')).toBeUndefined();
});

test('the same examples give the same model to the last byte', () => {
  const [one, two] = [fitLinearModel('en', [...examples, ...others]), fitLinearModel('en', [...examples, ...others])];
  expect(Buffer.compare(Buffer.from(one.weights.buffer), Buffer.from(two.weights.buffer))).toBe(0);
});

test('a typo does not hide a word', () => {
  const model = fitLinearModel('en', [...examples, ...others]);
  expect(predict(model, 'brread bakry')[0]!.get('bakery')).toBeGreaterThan(0.6);
});
