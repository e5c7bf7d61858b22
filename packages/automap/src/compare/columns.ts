/** Compares columns: by their names first, then by type, length, nullability, keys and references. */

import type { Forms } from '../names/forms.ts';
import { affinityTable, typeClasses } from '../rules/type-class.ts';
import { type Columns, keyRoles, type Side } from '../sides/side.ts';
import type { Tuning } from '../tuning.ts';
import type { NameComparison } from './names.ts';

export interface ColumnComparison {
  /** How alike the names are in their most alike form, 0 to 1. */
  name(source: number, target: number): number;
  /** How well two columns go together; 0 to somewhat above 1. Where nothing but the type fits it is below 0.3. */
  score(source: number, target: number): number;
  /** How much a column tells about its table: the fewer tables have its name, the more. */
  readonly sourceRarity: Float64Array;
  readonly targetRarity: Float64Array;
}

/** Whether two tables are paired at present; asked for the tables that columns refer to. */
export interface PresentPairs {
  isPaired(source: number, target: number): boolean;
  isSourceTaken(source: number): boolean;
  isTargetTaken(target: number): boolean;
}

export const noPairs: PresentPairs = { isPaired: () => false, isSourceTaken: () => false, isTargetTaken: () => false };

/** In how many tables of the other side each column has a counterpart. */
export interface Meetings {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** What the columns of both sides tell by their numbers alone, whatever is paired. */
export interface ColumnFacts {
  readonly sourceRarity: Float64Array;
  readonly targetRarity: Float64Array;
  /** For each declared length, how many columns have one over how many have this one. */
  readonly lengths: ReadonlyMap<number, number>;
}

export function readColumnFacts(
  { columns: source, ...from }: Side,
  { columns: target, ...to }: Side,
  forms: Forms,
): ColumnFacts {
  const [sourceRarity, targetRarity] = measureRarity([source, target], forms, from.tables.length + to.tables.length);
  return { sourceRarity: sourceRarity!, targetRarity: targetRarity!, lengths: countLengths([source, target]) };
}

/** @param met where it is known; else a name counts as rare that few tables of both sides have */
export function compareColumns(
  sourceSide: Side,
  targetSide: Side,
  facts: ColumnFacts,
  names: NameComparison,
  present: PresentPairs,
  { name: nameTuning, column: tuning }: Tuning,
  met?: Meetings,
): ColumnComparison {
  const [source, target] = [sourceSide.columns, targetSide.columns];
  const lengthBonus = new Map(
    [...facts.lengths].map(([length, share]) => [length, tuning.sameLength * Math.min(3, Math.log(share) / 1.5)]),
  );
  const sourceRarity = met ? lowered(facts.sourceRarity, met.source, targetSide.tables.length) : facts.sourceRarity;
  const targetRarity = met ? lowered(facts.targetRarity, met.target, sourceSide.tables.length) : facts.targetRarity;

  function name(s: number, t: number): number {
    const cutS = source.cut[s]!;
    const cutT = target.cut[t]!;
    let value = names.likeness(cutS, cutT);
    if (value === 1) return 1;
    const strippedS = source.stripped[s]!;
    const strippedT = target.stripped[t]!;
    if (strippedS !== cutS && strippedT !== cutT) value *= nameTuning.bothStripped;
    if (strippedS !== cutS || strippedT !== cutT)
      value = Math.max(value, nameTuning.stripped * names.likeness(strippedS, strippedT));
    const rawS = source.raw[s]!;
    const rawT = target.raw[t]!;
    if (rawS !== cutS || rawT !== cutT) value = Math.max(value, nameTuning.raw * names.likeness(rawS, rawT));
    const phrasedS = source.phrased[s]!;
    const phrasedT = target.phrased[t]!;
    if (phrasedS !== cutS || phrasedT !== cutT)
      value = Math.max(value, nameTuning.phrase * names.likeness(phrasedS, phrasedT));
    return value;
  }

  /** 1 where the tables that both refer to are paired, -1 where one is paired elsewhere, 0 where nothing is known. */
  function reference(s: number, t: number): number {
    const declaredS = source.refersTo[s]!;
    const declaredT = target.refersTo[t]!;
    const refS = declaredS >= 0 ? declaredS : source.impliesTo[s]!;
    const refT = declaredT >= 0 ? declaredT : target.impliesTo[t]!;
    if (refS < 0 || refT < 0) return 0;
    const tableS = source.table[s]!;
    const tableT = target.table[t]!;
    if (refS === tableS || refT === tableT)
      return refS === tableS && refT === tableT ? 1 : declaredS >= 0 && declaredT >= 0 ? -1 : 0;
    if (present.isPaired(refS, refT)) return 1;
    if (declaredS < 0 || declaredT < 0) return 0;
    return present.isSourceTaken(refS) || present.isTargetTaken(refT) ? -1 : 0;
  }

  function score(s: number, t: number): number {
    let value = name(s, t);
    const keyS = source.key[s]!;
    const keyT = target.key[t]!;
    if (keyS !== keyRoles.none && keyS === keyT) {
      if (keyS === keyRoles.whole) value = Math.max(value, tuning.bothKeyAtLeast) + tuning.bothKey;
      else value += tuning.bothPartOfKey;
    }
    const related = reference(s, t);
    if (related > 0) value = Math.max(value, tuning.bothReferenceAtLeast) + tuning.bothReference;
    else if (related < 0) value -= tuning.otherReference;
    if (value <= 0) return 0;
    const affinity = affinityTable[source.type[s]! * typeClasses.length + target.type[t]!]!;
    value *= 1 - tuning.typeShare + tuning.typeShare * affinity;
    if (source.nullable[s]! >= 0 && source.nullable[s] === target.nullable[t]) value += tuning.sameNullable;
    const length = source.length[s]!;
    if (length >= 0 && target.length[t]! >= 0)
      value += length === target.length[t] ? lengthBonus.get(length)! : -tuning.otherLength;
    if (source.folded[s]! >= 0 && source.folded[s] === target.folded[t]) value += tuning.sameFolded;
    return value;
  }

  return { name, score, sourceRarity, targetRarity };
}

/** The fewer columns have a length, the more it tells that two have the same. */
function countLengths(sides: readonly Columns[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let all = 0;
  for (const side of sides) {
    for (let c = 0; c < side.count; c++) {
      if (side.length[c]! < 0) continue;
      counts.set(side.length[c]!, (counts.get(side.length[c]!) ?? 0) + 1);
      all++;
    }
  }
  return new Map([...counts].map(([length, count]) => [length, all / count]));
}

/** What a name tells that one of so many tables has. */
const rarityOf = (tables: number, having: number): number => Math.log(1 + tables / Math.max(1, having)) + 0.3;

function measureRarity(sides: readonly Columns[], { keys, keyCount }: Forms, tables: number): Float64Array[] {
  const counts = new Int32Array(keyCount);
  for (const side of sides) countKeys(side, keys, counts);
  return sides.map((side) => {
    const rarity = new Float64Array(side.count);
    for (let c = 0; c < side.count; c++) rarity[c] = rarityOf(tables, counts[keys[side.stripped[c]!]!]!);
    return rarity;
  });
}

function countKeys({ count, stripped }: Columns, keys: Int32Array, counts: Int32Array): void {
  for (let c = 0; c < count; c++) counts[keys[stripped[c]!]!]!++;
}

/** A column that has a counterpart in many tables is not rare, however its name is written. */
function lowered(rarity: Float64Array, having: Int32Array, tables: number): Float64Array {
  return rarity.map((own, c) => Math.min(own, rarityOf(tables, having[c]!)));
}
