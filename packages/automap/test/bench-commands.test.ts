import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { table } from './table.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'automap-bench-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const benches = ['openset', 'calibrate', 'ablation', 'scale', 'worker'] as const;

function run(bench: (typeof benches)[number], ...args: string[]) {
  const file = fileURLToPath(new URL(`../bench/${bench}.ts`, import.meta.url));
  return spawnSync(process.execPath, ['--conditions=@roma-fdi/source', file, ...args], { encoding: 'utf8' });
}

/** Writes a small schema pair, and answers the folder of its set. */
function writePair(set: string, name: string, tier: string): string {
  const pair = join(folder, set, name);
  mkdirSync(pair, { recursive: true });
  const write = (file: string, content: unknown) => writeFileSync(join(pair, file), JSON.stringify(content));
  write('source.schema.json', { tables: [table('film', ['film_id', 'title'])] });
  write('target.schema.json', { tables: [table('film', ['FilmId', 'title'])] });
  write('gt.json', {
    tier,
    tables: [['film', 'film']],
    columns: [
      ['film', 'film_id', 'film', 'FilmId'],
      ['film', 'title', 'film', 'title'],
    ],
  });
  return join(folder, set);
}

describe.each(benches)('the bench %s', (bench) => {
  it('explains itself', (context) => {
    if (bench !== 'openset') takesLong(context);
    expect(run(bench, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`Usage: npm run bench -- ${bench}`),
      stderr: '',
    });
  });

  it('refuses an unknown option', (context) => {
    if (bench !== 'openset') takesLong(context);
    expect(run(bench, '--fast')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--fast') });
  });
});

describe('the bench openset', () => {
  it('names a missing argument and a folder without pairs', (context) => {
    takesLong(context);
    expect(run('openset')).toMatchObject({ status: 2, stderr: "Missing required argument 'FOLDER'. Try --help.\n" });
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(run('openset', empty)).toMatchObject({ status: 2, stderr: expect.stringContaining('gt.json') });
    expect(run('openset', join(folder, 'nowhere'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere'),
    });
  });

  it('prints every pair of every set beside its peers and writes the figures', (context) => {
    takesLong(context);
    const figures = join(folder, 'figures.json');
    const [ports, others] = [writePair('ports', 'films', 'style'), writePair('others', 'films', 'cross-application')];
    const { status, stdout } = run('openset', ports, others, '--no-synonyms', '--json', figures);
    expect(status).toBe(0);
    expect(stdout).toMatch(/films +A +0\.667 +1\.000 +1\.000/);
    expect(stdout).toMatch(/films +C +0\.667 +1\.000 +1\.000/);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    const { sets } = JSON.parse(readFileSync(figures, 'utf8'));
    const summary = {
      columnF1: { exact: 2 / 3, folded: 1, automap: 1 },
      sure: { percent: { right: 1, all: 1, ofRight: 1 }, confidence: { right: 1, all: 1, ofRight: 1 } },
      belowBaseline: [],
    };
    expect(sets).toMatchObject([
      {
        set: 'ports',
        pairs: [{ pair: 'films' }],
        tiers: [
          { tier: 'A', ...summary },
          { tier: 'all', ...summary },
        ],
      },
      {
        set: 'others',
        pairs: [{ pair: 'films' }],
        tiers: [
          { tier: 'C', ...summary },
          { tier: 'all', ...summary },
        ],
      },
    ]);
  });

  it('refuses two sets of one name', (context) => {
    takesLong(context);
    const [one, other] = [join(folder, 'a', 'set'), join(folder, 'b', 'set')];
    expect(run('openset', one, other)).toMatchObject({ status: 2, stderr: expect.stringContaining('called set') });
  });
});

describe('the bench calibrate', () => {
  it('fits weights, judges each family without its own, and writes the figures', (context) => {
    takesLong(context);
    const figures = join(folder, 'calibrate.json');
    const set = writePair('films', 'films_ported', 'style');
    writePair('films', 'films_copied', 'renamed');
    writePair('films', 'other', 'renamed');
    const { status, stdout } = run('calibrate', set, '--json', figures);
    expect(status).toBe(0);
    expect(stdout).toContain('Left out one by one: films (2), other (1).');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    const { weights, sets } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(weights.fitted.table).toHaveLength(weights.present.table.length);
    expect(weights.fitted.column).toHaveLength(weights.present.column.length);
    expect(Object.keys(weights.without)).toEqual(['films', 'other']);
    expect(sets[0].tiers.map(({ tier, pairs }: { tier: string; pairs: number }) => [tier, pairs])).toEqual([
      ['A', 1],
      ['B', 2],
      ['all', 3],
    ]);
    expect(sets[0].tiers[2].leftOut).toMatchObject({ columnF1: 1, sure: { confidence: { right: 3, all: 3 } } });
  });
});

describe('the bench ablation', () => {
  it('prints what each rule brings and writes the figures', (context) => {
    takesLong(context);
    const figures = join(folder, 'ablation.json');
    const set = writePair('ablated', 'a_films', 'renamed');
    writePair('ablated', 'b_films', 'renamed');
    const { status, stdout, stderr } = run('ablation', set, '--json', figures);
    expect(status).toBe(0);
    expect(stderr).toContain('1 of ');
    expect(stdout).toMatch(/^1: ablated$/m);
    expect(stdout).toMatch(/^everything +100\.00 +100\.00 +100\.00 +-$/m);
    const { settings } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(settings[0]).toEqual({ name: 'everything', columnF1: { '1 B': 1, '1 a': 1, '1 b': 1 }, rocArea: {} });
    expect(settings.length).toBeGreaterThan(30);
  });

  it('tries other thresholds, and judges them on families left out', (context) => {
    takesLong(context);
    const figures = join(folder, 'grid.json');
    const { status, stdout } = run('ablation', writePair('tried', 'films', 'style'), '--grid', '--json', figures);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^films +1\.0000 +1\.0000 +1\.0000 +everything$/m);
    const { leftOut } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(leftOut).toEqual([{ family: 'films', chosen: 'everything', first: 1, withChosen: 1, best: 1 }]);
  });
});

describe('the bench scale', () => {
  it('refuses a size that is no number of tables', () => {
    expect(run('scale', 'many')).toMatchObject({ status: 2, stderr: expect.stringContaining('not many') });
  });

  it('names a folder without catalogs', (context) => {
    takesLong(context);
    const nowhere = join(folder, 'nowhere');
    expect(run('scale', '--folder', nowhere)).toMatchObject({ status: 2, stderr: expect.stringContaining(nowhere) });
  });

  it('maps the catalogs of a folder and judges them by the counterparts that it names', (context) => {
    takesLong(context);
    const catalogs = join(folder, 'catalogs');
    mkdirSync(catalogs);
    const write = (file: string, content: unknown) => writeFileSync(join(catalogs, file), JSON.stringify(content));
    const columns = (...pairs: [string, string][]) => pairs.map(([name, src]) => ({ name, type: 'int', src }));
    write('source.json', [{ name: 'film', columns: columns(['title', 'x'], ['length', 'y']) }]);
    write('target.json', [{ name: 'Film', src: 'film', columns: columns(['Title', 'title'], ['Length', 'title']) }]);
    const figures = join(folder, 'scale-folder.json');
    expect(run('scale', '--folder', catalogs, '--json', figures).status).toBe(0);
    const { rows } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(rows).toMatchObject([{ catalogs: 'catalogs', tables: 1, tableF1: 1, columnF1: 0.5 }]);
  });

  it('maps generated catalogs and writes the figures', (context) => {
    takesLong(context);
    const figures = join(folder, 'scale.json');
    expect(run('scale', '10', '20', '--json', figures).status).toBe(0);
    const { rows } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(rows.map((row: { tables: number }) => row.tables)).toEqual([10, 20]);
    for (const { tableF1, columnF1, peak } of rows) {
      expect(peak).toBeGreaterThan(10);
      expect(tableF1).toBeGreaterThan(0.9);
      // A fifth of the names changed, so that a perfect figure would mean that the bench measures nothing.
      expect(columnF1).toBeGreaterThan(0.7);
      expect(columnF1).toBeLessThan(1);
    }
  });
});

describe('the bench worker', () => {
  it('refuses a size that is no number of tables', () => {
    expect(run('worker', '0')).toMatchObject({ status: 2, stderr: expect.stringContaining('not 0') });
  });

  it('maps generated catalogs in both ways and writes the figures', (context) => {
    takesLong(context);
    const figures = join(folder, 'worker.json');
    expect(run('worker', '10', '--json', figures).status).toBe(0);
    const { rows } = JSON.parse(readFileSync(figures, 'utf8'));
    expect(rows).toEqual([
      {
        tables: 10,
        here: expect.any(Number),
        inWorker: expect.any(Number),
        heldHere: expect.any(Number),
        held: expect.any(Number),
      },
    ]);
  });
});
