import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedCommands, cacheFolder, type System } from '../../../src/cli/loading/cache-folder.ts';
import { declarations } from '../../../src/cli/program/commands.ts';
import { emptyFolder } from '../../support/bin.ts';

const program = { version: '1.2.3', installed: '/usr/lib/node_modules/rutte-tally/dist/cli' };
const inHome = (home: string, changes: Partial<System> = {}): System => ({
  env: { HOME: home },
  platform: 'linux',
  arch: 'x64',
  version: 'v20.19.0',
  geteuid: () => statSync(home).uid,
  ...changes,
});

describe('the folder for compiled code', () => {
  test('lies in the cache folder of the user, and nobody else may write to it', () => {
    const home = emptyFolder();
    const path = cacheFolder('status', program, inHome(home));
    expect(path).toMatch(/\/\.cache\/rutte-tally\/1\.2\.3-v20\.19\.0-x64-[0-9a-f]+\/status$/);
    expect(existsSync(path ?? '')).toBe(true);
    expect(statSync(join(home, '.cache/rutte-tally')).mode & 0o777).toBe(0o700);
    expect(cacheFolder('status', program, inHome(home))).toBe(path);
  });

  test.each([
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '' }, '.cache/rutte-tally'],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: 'relative' }, '.cache/rutte-tally'],
    ['darwin', { HOME: '/h' }, 'Library/Caches/rutte-tally'],
    ['win32', { LOCALAPPDATA: '/h' }, 'rutte-tally'],
    ['linux', { XDG_CACHE_HOME: '/h' }, 'rutte-tally'],
  ] as const)('lies where %s has it, with %j', (platform, given, place) => {
    const home = emptyFolder();
    const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace('/h', home)]));
    expect(cacheFolder('check', program, inHome(home, { platform, env }))).toContain(join(home, place));
  });

  test('is another for another version, Node, processor and place of installation', () => {
    const home = emptyFolder();
    const paths = [
      cacheFolder('status', program, inHome(home)),
      cacheFolder('status', { ...program, version: '1.2.4' }, inHome(home)),
      cacheFolder('status', { ...program, installed: '/opt/rutte-tally' }, inHome(home)),
      cacheFolder('status', program, inHome(home, { version: 'v22.0.0' })),
      cacheFolder('status', program, inHome(home, { arch: 'arm64' })),
    ];
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).not.toContain(undefined);
  });

  test('is kept for eight of them, the latest', () => {
    const home = emptyFolder();
    const versions = Array.from({ length: 11 }, (_, index) => `1.0.${index}`);
    for (const [index, version] of versions.entries()) {
      const path = cacheFolder('status', { ...program, version }, inHome(home)) ?? '';
      utimesSync(join(path, '..'), index, index);
    }
    const left = readdirSync(join(home, '.cache/rutte-tally')).map((name) => name.split('-')[0]);
    expect(left.sort()).toEqual(versions.slice(3).sort());
  });

  test('has a room for each command, and one for all other words', () => {
    const home = emptyFolder();
    expect([...cachedCommands].filter((name) => !name.startsWith('_')).sort()).toEqual(
      declarations.map(({ name }) => name).sort(),
    );
    for (const word of ['../../..', 'stauts', '', undefined])
      expect(cacheFolder(word, program, inHome(home))).toMatch(/\/other$/);
  });
});

describe('there is no folder for compiled code', () => {
  const cases: Readonly<Record<string, (home: string) => System>> = {
    'where the user wants none': (home) => inHome(home, { env: { HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' } }),
    'where there is no home': (home) => inHome(home, { env: {} }),
    'in the home of somebody else': (home) => inHome(home, { geteuid: () => 4711 }),
    'where a file is in its place': (home) => {
      writeFileSync(join(home, '.cache'), '');
      return inHome(home);
    },
    'where ours is a link': (home) => {
      mkdirSync(join(home, '.cache'));
      symlinkSync(emptyFolder(), join(home, '.cache/rutte-tally'));
      return inHome(home);
    },
    'where others may write to ours': (home) => {
      cacheFolder('status', program, inHome(home));
      chmodSync(join(home, '.cache/rutte-tally'), 0o777);
      return inHome(home);
    },
    'where ours is of another user': (home) => {
      cacheFolder('status', program, inHome(home));
      return inHome(home, { geteuid: () => 4711 });
    },
  };
  test.each(Object.keys(cases))('%s', (name) => {
    const home = emptyFolder();
    const system = cases[name]?.(home) ?? inHome(home);
    expect(cacheFolder('status', program, system)).toBeUndefined();
  });

  test('and nothing is left in the home of somebody else', () => {
    const home = emptyFolder();
    cacheFolder('status', program, inHome(home, { geteuid: () => 4711 }));
    expect(readdirSync(home)).toEqual([]);
  });
});
