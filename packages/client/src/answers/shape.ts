/** Checks that an answer has the shape that code relies on. */
import type { AnswerShape } from '@roma-fdi/types';

/** Where an answer is not what it should be, and what should be there. */
export interface Fault {
  /** Place below the answer, such as `[0].task_id`; empty for the answer itself. */
  readonly at: string;
  /** What the contract promises there. */
  readonly expected: string;
}

/** The first fault of a value, or undefined. */
export function findFault(value: unknown, shape: AnswerShape): Fault | undefined {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? undefined : { at: '', expected: 'a string' };
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : { at: '', expected: 'a whole number up to 2^53' };
    case 'number':
      return Number.isFinite(value) ? undefined : { at: '', expected: 'a number' };
    case 'array':
      return Array.isArray(value) ? inItems(value, shape.items) : { at: '', expected: 'an array' };
    case 'object':
      return isObject(value) ? inProperties(value, shape) : { at: '', expected: 'an object' };
  }
}

function inItems(values: readonly unknown[], shape: AnswerShape | undefined): Fault | undefined {
  if (!shape) return undefined;
  for (let index = 0; index < values.length; index++) {
    const fault = findFault(values[index], shape);
    if (fault) return { at: `[${index}]${fault.at}`, expected: fault.expected };
  }
  return undefined;
}

function inProperties(
  value: Readonly<Record<string, unknown>>,
  { properties, required = [] }: Extract<AnswerShape, { type: 'object' }>,
): Fault | undefined {
  for (const name in properties) {
    const field = value[name];
    const shape = properties[name]!;
    if (!required.includes(name) && (field === undefined || (shape.type === 'integer' && isExact(field)))) continue;
    const fault = findFault(field, shape);
    if (fault) return { at: `.${name}${fault.at}`, expected: fault.expected };
  }
  return undefined;
}

/** Anything but a whole number that JSON.parse has rounded without an error, up to infinity. */
function isExact(value: unknown): boolean {
  return typeof value !== 'number' || Number.isSafeInteger(value) || (Number.isFinite(value) && value % 1 !== 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
