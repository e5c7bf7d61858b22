/** The contract, read once: a validator knows the operations of its own contract alone. */
import { readContract } from '@roma-fdi/contract';

export const contract = readContract();
