import { describe, expect, test } from 'vitest';
import { readAnchors } from '../../src/knowledge/library.ts';
import { knowledgeFolder, library } from '../support/knowledge.ts';
import { campanile, linesOf } from '../support/run.ts';

describe('recommend', () => {
  test('--jsonl prints plans with reasons from the words, the guide’s anchors and the phase', async () => {
    const lines = [
      {
        id: '1',
        text: 'Siamo la giunta: la scuola è vuota, la corriera non passa più, vorremmo affidare i servizi a gente del posto. Per ora è solo un’idea.',
      },
      {
        id: '2',
        text: 'Our dairy co-op has run for forty years and wants to open up to the whole village, with new activities and new partners.',
      },
    ];
    const { code, out } = await campanile(
      ['recommend', '--jsonl'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    const [council, dairy] = linesOf(out) as {
      plans: { plan: number; score: number; reasons: string[]; anchors: string[] }[];
    }[];
    expect(code).toBe(0);
    expect(council).toMatchObject({ id: '1', language: 'it', outcome: 'recommended', phase: 1 });
    expect(council!.plans[0]!.plan).toBe(1);
    expect(council!.plans[0]!.reasons.length).toBeGreaterThan(0);
    for (const reason of council!.plans[0]!.reasons) expect(lines[0]!.text).toContain(reason);
    expect(dairy!.plans[0]!.plan).toBe(8);
    const anchors = readAnchors(knowledgeFolder);
    for (const { anchors: own } of [...council!.plans, ...dairy!.plans]) {
      expect(own.length).toBeGreaterThan(0);
      for (const anchor of own) expect(anchors.has(anchor)).toBe(true);
    }
  });

  test('the text names the plan, the phase, whom the guide links with it, and the source', async () => {
    const { out } = await campanile([
      'recommend',
      'siamo quattro vicini, il forno ha chiuso e vorremmo riaprirlo, ne abbiamo solo parlato tra noi',
      '--language',
      'it',
    ]);
    expect(out).toContain(library.it.plans[9].name);
    expect(out).toContain('La guida lega questo piano a: Centrale cooperativa, Finanziaria della cooperazione.');
    expect(out).toMatch(/Dalla guida: /);
  });

  test('what cannot be told is asked', async () => {
    const { out } = await campanile(['recommend', 'forse si farà qualcosa, chissà', '--json', '--language', 'it']);
    expect(linesOf(out)[0]).toMatchObject({ outcome: 'ask', language: 'it' });
  });

  test('nothing told is wrong use', async () => {
    expect(await campanile(['recommend'])).toMatchObject({ code: 2, out: '' });
  });
});
