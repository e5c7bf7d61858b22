/** How often properties are tried: in CI as often as fast-check does by itself, else half as often. */
import fc from 'fast-check';

if (process.env['ROMA_FDI_REQUIRE'] === undefined) fc.configureGlobal({ numRuns: 50 });
