import { type MapOptions, synonyms } from '@roma-fdi/automap';

export const options: MapOptions = {
  synonyms: [...synonyms, { words: ['vessel', 'hull'], strength: 'close' }],
  fixed: [{ source: { schema: 'port', name: 'berth' }, target: { name: 'Mooring' } }],
  strictness: 0.6,
};
