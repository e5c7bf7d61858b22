/** How an integer is written in a query: the one form that mock and server both take. */

/** Decimal digits with an optional minus, few enough to be exact in JavaScript; no `+`, no fraction, no exponent. */
export const integerText: RegExp = /^-?\d{1,15}$/;
