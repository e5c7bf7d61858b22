import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import { mapCatalogs } from '../map-catalogs.ts';

/** Why a column was paired with one of a table of the same name, and the words that were taken for each other. */
function reason(source: string, target: string): string {
  const others = ['draught', 'gangway', 'harbour'];
  const [pair] = mapCatalogs(
    { tables: [table('ferry', [...others, source])] },
    { tables: [table('ferry', [...others, target])] },
  ).pairs;
  const found = pair!.columns.find((columns) => columns.source === source);
  const words = found?.words.map((word) => `${word.source} ${word.relation} ${word.target}`) ?? [];
  return [found?.reason, ...words].join(', ');
}

describe('the reason for a pair of names', () => {
  it.each([
    ['berth_no', 'berth_no', 'same-name'],
    ['berth_no', 'BerthNo', 'folded-name'],
    ['ferry_crew', 'crew', 'bare-name'],
    ['berth_state', 'states_of_berth', 'part-of-name, berth same berth, state inflection states'],
    ['sail_date', 'date_sailed', 'same-words, sail inflection sailed'],
    ['psngr_qty', 'passenger_quantity', 'abbreviation, psngr abbreviation passenger, qty abbreviation quantity'],
    ['surname', 'last_name', 'synonym, surname synonym last name'],
    ['guest_zip_codes', 'guest_postcode', 'synonym, zip codes synonym postcode'],
    ['organisation', 'organization', 'synonym, organisation synonym organization'],
    ['reciept', 'receipt', 'similar-spelling, reciept similar receipt'],
    ['dpt', 'date_port_time', 'abbreviation, dpt abbreviation dateporttime'],
  ])('%s and %s: %s', (source, target, expected) => {
    expect(reason(source, target)).toBe(expected);
  });
});
