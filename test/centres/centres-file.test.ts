import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCentres } from '../../src/centres/centres-file.ts';

const EXAMPLE = fileURLToPath(new URL('../../centres.example.yaml', import.meta.url));
const example = readFileSync(EXAMPLE, 'utf8');

const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'campanile-centres-')), 'centres.yaml');
  writeFileSync(file, text);
  return file;
};

const read = (text: string) => readCentres(written(text), 'Europe/Paris');

const HOUR = 60 * 60 * 1000;

describe('the example that is shipped', () => {
  const [first, second] = readCentres(EXAMPLE, 'Europe/Paris');

  test('tells where its people live and when they can walk in', () => {
    expect(first).toMatchObject({ isDefault: true, territory: { postalCodes: ['850'] }, languages: ['it', 'en'] });
    expect(first!.counter!.hours.monday).toEqual([
      { from: 540, to: 750 },
      { from: 900, to: 1020 },
    ]);
    expect(first!.counter!.hours.sunday).toEqual([]);
    expect(second).toMatchObject({ isDefault: false, counter: null, email: null });
  });

  test('tells where its staff answers, when, and how soon', () => {
    expect(first).toMatchObject({
      timeZone: 'Europe/Rome',
      holidays: { national: 'it', own: ['08-10', '2026-12-07'] },
      desk: { at: 'slack:T0123ABCD:C0456EFGH', answersWithin: 8 * HOUR, secondApproves: true },
    });
    expect(first!.desk!.hours.friday).toEqual([{ from: 540, to: 780 }]);
    expect(second).toMatchObject({
      holidays: { national: null, own: [] },
      desk: { at: 'telegram:-1001234567890', answersWithin: 4 * HOUR, secondApproves: false },
      tutors: [],
    });
  });

  test('tells who can walk with a group, and when', () => {
    expect(first!.tutors).toMatchObject([
      { name: 'Lucia', person: 'U0123ABCD', hours: { monday: [], tuesday: [{ from: 540, to: 780 }] } },
      { name: 'Pietro', person: 'U0456EFGH', hours: null },
    ]);
  });
});

const CENTRE = `centres:
  - name: Sportello
    territory:
      municipalities: [Forlì]
    languages: [it]
    telephone: 0543000000
`;
const COUNTER = `    counter:
      address: via Roma 1
      hours:
        monday: ["9:00-12:00"]
`;
const DESK = `    desk:
      at: telegram:-1001234567890
      answers-within-hours: 1.5
`;
const HOURS = `      hours:
        friday: ["22:00-24:00"]
`;

test('a centre needs no desk: then it has none, no tutors and no holidays, and the machine’s time zone', () => {
  expect(read(CENTRE)).toMatchObject([
    { timeZone: 'Europe/Paris', holidays: { national: null, own: [] }, desk: null, tutors: [] },
  ]);
});

test('a desk keeps the hours of the counter unless it has its own', () => {
  expect(read(CENTRE + COUNTER + DESK)[0]!.desk).toMatchObject({
    answersWithin: 1.5 * HOUR,
    hours: { monday: [{ from: 540, to: 720 }], friday: [] },
  });
  expect(read(CENTRE + COUNTER + DESK + HOURS)[0]!.desk).toMatchObject({
    hours: { monday: [], friday: [{ from: 1320, to: 1440 }] },
  });
});

test('what looks like a number stays as it is written', () => {
  const [centre] = read(CENTRE.replace('municipalities: [Forlì]', 'postal-codes: [00184, 01]'));
  expect(centre).toMatchObject({ telephone: '0543000000', territory: { postalCodes: ['00184', '01'] } });
  const tutor = '    tutors: [{ name: Ada, person: 4503599627370497 }]\n';
  expect(read(CENTRE + DESK + HOURS + tutor)[0]!.tutors).toEqual([
    { name: 'Ada', person: '4503599627370497', hours: null },
  ]);
});

test('the 29th of February is a holiday of every year', () => {
  expect(read(`${CENTRE}    holidays: { own: [02-29, 2028-02-29] }\n`)[0]!.holidays.own).toEqual([
    '02-29',
    '2028-02-29',
  ]);
});

const refusalOf = (text: string): string => {
  try {
    read(text);
    return '';
  } catch (error) {
    return String(error);
  }
};

const lineIn = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

test.each([
  ['a field that nobody knows', '    telephone: "+39 0971', '    phone: "+39 0971', /phone/],
  ['hours that end before they begin', '["9:00-12:30"]', '["12:30-9:00"]', /"12:30-9:00" is no period/],
  ['an hour that no clock shows', '["9:00-12:30"]', '["9:00-25:00"]', /"9:00-25:00" is no period/],
  ['a minute that no clock shows', '["9:00-12:30"]', '["9:00-12:60"]', /"9:00-12:60" is no period/],
  ['periods that overlap', '["9:00-12:30", "15:00-17:00"]', '["9:00-12:30", "12:00-17:00"]', /overlap/],
  ['a day that no week has', '        tuesday:', '        someday:', /someday/],
  ['a language that is not spoken here', '[it, fr]', '[it, de]', /languages/],
  ['a postal code with letters', '["850"]', '[850xx]', /neither a postal code nor how some begin/],
  ['a place without a letter', '[Valverde]', '["?"]', /no name of a place/],
  ['a place that two centres have', 'provinces: [Matera]', 'provinces: [Potenza]', /both have: provinces potenza/],
  ['a name that two centres have', 'di Roccabella', 'di  VALVERDE', /both have: name sportello/],
  ['what is no YAML', '    languages: [it, fr]', '    languages: [it, fr', /is not YAML/],
  ['what is named nowhere', 'provinces: [Matera]', 'provinces: *ours', /\*ours is named nowhere above/],
  ['a time zone that nobody knows', 'Europe/Rome', 'Europe/Valverde', /time-zone: is no time zone such as/],
  ['a shift in place of a time zone', 'Europe/Rome', '"+01:00"', /time-zone: is no time zone such as/],
  ['a nation whose holidays are not known', 'national: it', 'national: de', /holidays.national/],
  ['a holiday that no year has', 'own: ["08-10"', 'own: ["02-30"', /"02-30" is no day such as/],
  ['a holiday of a month that no year has', 'own: ["08-10"', 'own: ["13-01"', /"13-01" is no day such as/],
  ['a holiday that its year has not', '"2026-12-07"]', '"2027-02-29"]', /"2027-02-29" is no day such as/],
  ['a holiday in another spelling', '"2026-12-07"]', '"7 dicembre"]', /"7 dicembre" is no day such as/],
  ['holidays with an unknown field', '      national: it', '      nation: it', /holidays.nation/],
  ['a desk where nobody can be', 'slack:T0123ABCD:C0456EFGH', 'slack:#sportello', /desk.at: is no desk such as/],
  ['a desk in a person’s private chat', 'slack:T0123ABCD:C0456EFGH', 'telegram:12345', /desk.at: is no desk such as/],
  ['a desk with impossible hours', '        friday: ["9:00-13:00"]', '        friday: ["9-13"]', /"9-13" is no period/],
  ['a promise of nothing', 'answers-within-hours: 8', 'answers-within-hours: 0', /must be over 0/],
  ['a promise in words', 'answers-within-hours: 8', 'answers-within-hours: soon', /is no number of hours/],
  ['a desk with an unknown field', '      second-approves', '      third-approves', /desk.third-approves/],
  ['a tutor that Slack cannot know', 'person: U0123ABCD', 'person: 123456', /"123456" is nobody of the desk's channel/],
  ['a tutor that nobody can know', 'person: U0123ABCD', 'person: Lucia', /person: is no person such as/],
  ['a tutor named twice', 'person: U0456EFGH', 'person: U0123ABCD', /"U0123ABCD" is named twice/],
  ['a tutor with an unknown field', '        person: U0456EFGH', '        user: U0456EFGH', /user/],
  ['a tutor with impossible hours', '["9:00-13:00"]\n      - name', '["13-9"]\n      - name', /"13-9" is no period/],
])('%s is refused with file, line and reason', (_, right, wrong, reason) => {
  const told = refusalOf(example.replace(right, wrong));
  expect(told).toMatch(reason);
  const [, line] = /centres\.yaml, line (\d+):/.exec(told) ?? [];
  // What clashes or is never closed is told where it is noticed: a line or two away.
  expect(Math.abs(Number(line) - lineIn(example, right))).toBeLessThanOrEqual(3);
});

test.each([
  ['a desk without hours, its own or a counter’s', CENTRE + DESK, /desk: has no hours/, '      at: '],
  [
    'a desk at a counter that never opens',
    CENTRE + COUNTER.replace('monday: ["9:00-12:00"]', '{}') + DESK,
    /desk: has no hours/,
    '      at: ',
  ],
  ['a desk whose hours are none', `${CENTRE + COUNTER + DESK}      hours: { monday: [] }\n`, /never opens/, '{ monday'],
  [
    'a desk without a promise',
    CENTRE + DESK.replace(/ *answers.*\n/, HOURS),
    /answers-within-hours: is no/,
    '      at: ',
  ],
  ['a tutor of no desk', `${CENTRE}    tutors: [{ name: Ada, person: U1 }]\n`, /needs a desk/, '    tutors'],
])('%s is refused with file, line and reason', (_, text, reason, place) => {
  const told = refusalOf(text);
  expect(told).toMatch(reason);
  expect(told).toContain(`centres.yaml, line ${lineIn(text, place)}:`);
});

const second = (rest: string): string => `  - name: Altro
    territory: { ${rest} }
    languages: [it]
    telephone: "1234"
`;

test.each(['FORLÌ', 'Forli', 'forlì', 'Forli`', 'FORLI’'])('“%s” is the same place as Forlì', (spelt) => {
  const told = refusalOf(CENTRE + second(`municipalities: [${JSON.stringify(spelt)}]`));
  expect(told).toMatch(/line 8: "Altro" and "Sportello" both have: municipalities forli/);
});

test('a town and the province that is called like it are two places', () => {
  expect(read(CENTRE + second('provinces: [Forlì]'))).toHaveLength(2);
});

describe('two centres with one desk', () => {
  const one = CENTRE + DESK + HOURS;
  const other = second('municipalities: [Cesena]') + DESK;

  test('are read when the desk works the same for both', () => {
    const [a, b] = read(one + other + HOURS);
    expect(a!.desk).toEqual(b!.desk);
  });

  test.each([
    ['other hours', HOURS.replace('22', '20')],
    ['another promise', HOURS, 'answers-within-hours: 2'],
    ['other holidays', `${HOURS}    holidays: { national: it }\n`],
    ['another time zone', `${HOURS}    time-zone: Europe/Rome\n`],
  ])('are refused when it has %s for the second', (_, rest, promise = 'answers-within-hours: 1.5') => {
    const told = refusalOf(one + other.replace('answers-within-hours: 1.5', promise) + rest);
    expect(told).toMatch(/line 17: "Altro" and "Sportello" share a desk, but differ/);
  });
});

test('a machine that tells no time zone asks for one in the file', () => {
  expect(() => readCentres(written(CENTRE), undefined as unknown as string)).toThrow(
    /line 2: centres.0.time-zone: is no time zone/,
  );
});

test('a file that is not there is refused with what to do', () => {
  expect(() => readCentres('/nowhere/centres.yaml', 'Europe/Rome')).toThrow(/cannot be read/);
});
