/** What a mock or a guard needs of its document before it can listen. */
import { type Contract, createValidator, readContract, type Validator } from '@roma-fdi/contract';
import { createEngine, type Engine } from './engine/prism.ts';

export interface Prepared {
  readonly contract: Contract;
  readonly validator: Validator;
  /** Loaded when it is first asked for: a guard needs none. */
  readonly engine: () => Promise<Engine>;
}

let ofContract: Promise<Prepared> | undefined;

/** Made once for the contract itself, which never changes, so that each test can have a mock and a guard of its own. */
export function prepare(document: object | undefined): Promise<Prepared> {
  if (document !== undefined) return make(document);
  ofContract ??= make();
  return ofContract;
}

async function make(document?: object): Promise<Prepared> {
  const contract = readContract(document);
  let engine: Promise<Engine> | undefined;
  return {
    contract,
    validator: await createValidator(contract),
    engine: () => {
      engine ??= createEngine(contract);
      return engine;
    },
  };
}
