import { expect, test } from 'vitest';
import { callerFolder } from './caller-folder.ts';

test('is where npm was called, where npm runs one of our commands', () => {
  expect(callerFolder({ INIT_CWD: '/data', npm_lifecycle_event: 'automap' }, '/project')).toBe('/data');
});

test('is where the process stands otherwise, also below a test run of npm', () => {
  expect(callerFolder({}, '/project')).toBe('/project');
  const ofOthers = { INIT_CWD: '/data', npm_lifecycle_event: 'start', npm_package_name: 'theirs' };
  expect(callerFolder(ofOthers, '/project')).toBe('/project');
  expect(callerFolder({ INIT_CWD: '/data' }, '/project')).toBe('/project');
  expect(callerFolder({ INIT_CWD: '/data', npm_lifecycle_event: 'test' }, '/project')).toBe('/project');
});
