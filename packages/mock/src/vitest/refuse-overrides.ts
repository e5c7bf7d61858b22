/** For versions of vitest in which an override of a fixture does not reach the fixtures that use it. */

/** Ways to override a fixture. */
const ways: ReadonlySet<unknown> = new Set(['extend', 'scoped']);

/** The same test function, on which none of the fixtures named can be overridden: it would be ignored without a word. */
export function refuseOverrides<Test extends object>(test: Test, fixtures: readonly string[]): Test {
  return new Proxy(test, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== 'function') return value;
      if (ways.has(key)) {
        return (own: object) => {
          const refused = fixtures.find((name) => name in own);
          if (refused !== undefined) throw new Error(whyNot(refused));
          const made: unknown = value.call(target, own);
          return typeof made === 'function' ? refuseOverrides(made, fixtures) : made;
        };
      }
      // `test.concurrent` and its like have the same ways.
      return 'extend' in value ? refuseOverrides(value, fixtures) : value;
    },
  });
}

function whyNot(fixture: string): string {
  return `An override of the fixture \`${fixture}\` reaches the mock and the guard with vitest 4.1 and newer; this version would ignore it. Update vitest, or start them in the test: startMock(options), startGuard(upstream).`;
}
