/*
 * Makes a release, checks one, and prints its notes; docs/releasing.md has the steps.
 *
 *   node scripts/release.js make [DATE]        dates the changelog, commits that, and tags a commit with what is built
 *   node scripts/release.js check TAG BRANCH   ends with 1 unless the commit at hand may be published as TAG
 *   node scripts/release.js notes TAG          prints the changelog of a release, in Markdown
 *
 * The tag is on a commit of its own, with `dist` in it, so that the action starts without building. `main` has no `dist`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const changelog = 'CHANGELOG.md';
const unreleased = '## Unreleased\n';

class Refused extends Error {}

function git(words, env = {}) {
  return execFileSync('git', words, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Whether a command of git ends well. */
function holds(...words) {
  try {
    git(words);
    return true;
  } catch {
    return false;
  }
}

/** Refuses for every claim that is not true. */
function demand(claims) {
  const broken = Object.entries(claims).flatMap(([claim, isTrue]) => (isTrue ? [] : [claim]));
  if (broken.length > 0) throw new Refused(broken.join('\n'));
}

/** The text under the heading of a version, without the heading; undefined where there is none. */
function sectionOf(version) {
  const [, ...sections] = readFileSync(changelog, 'utf8').split(/^## /m);
  const section = sections.find((text) => new RegExp(`^${version.replaceAll('.', '\\.')}(?: - |\\n)`).test(text));
  return section?.replace(/^.*\n/, '').trim();
}

/** The tree of a commit with what is built now. Code caches are left out: they fit one version of Node. */
function treeWithBuilt(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-release-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    git(['read-tree', commit], env);
    git(['add', '--force', '--', 'dist', ':(exclude,glob)dist/**/*.cache'], env);
    return git(['write-tree'], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function make(date = new Date().toISOString().slice(0, 10)) {
  const { version, repository } = json('package.json');
  const tag = `v${version}`;
  demand({
    'the branch is not main': git(['branch', '--show-current']) === 'main',
    'there are changes that are not committed': git(['status', '--porcelain']) === '',
    'package-lock.json has another version than package.json': json('package-lock.json').version === version,
    'package.json names no repository, and npm takes no provenance without it': repository !== undefined,
    [`there is a tag ${tag} already: raise the version first (npm version --no-git-tag-version minor)`]: !holds(
      'rev-parse',
      '--verify',
      '--quiet',
      `refs/tags/${tag}`,
    ),
    [`${changelog} has nothing under Unreleased`]: (sectionOf('Unreleased') ?? '') !== '',
    [`${date} is not a date`]: /^\d{4}-\d{2}-\d{2}$/.test(date),
  });
  const text = readFileSync(changelog, 'utf8');
  writeFileSync(changelog, text.replace(unreleased, `${unreleased}\n## ${version} - ${date}\n`));
  git(['commit', '--quiet', '--message', `Release ${version}`, '--', changelog]);
  execFileSync(process.execPath, [join('scripts', 'build.js')], { stdio: 'inherit' });
  const commit = git(['commit-tree', treeWithBuilt('HEAD'), '-p', 'HEAD', '-m', `Build ${version}`]);
  git(['tag', '--annotate', '--message', `rutte-tally ${version}`, tag, commit]);
  console.log(`${tag} is ready. To publish it: git push --atomic origin main ${tag}`);
}

function check(tag, branch) {
  const { version } = json('package.json');
  demand({
    [`the tag ${tag} is not the version ${version} of package.json`]: tag === `v${version}`,
    'package-lock.json has another version than package.json': json('package-lock.json').version === version,
    [`${changelog} has no section for ${version}`]: (sectionOf(version) ?? '') !== '',
    [`the commit before is not on ${branch}`]: holds('merge-base', '--is-ancestor', 'HEAD^', branch),
    'the commit is not the one before it with what that builds':
      treeWithBuilt('HEAD^') === git(['rev-parse', 'HEAD^{tree}']),
  });
}

function notes(tag) {
  const section = sectionOf(tag.replace(/^v/, ''));
  demand({ [`${changelog} has no section for ${tag}`]: section !== undefined });
  const uses = `uses: ${process.env.GITHUB_REPOSITORY ?? 'OWNER/rutte-tally'}@${git(['rev-parse', 'HEAD'])} # ${tag}`;
  console.log(`${section}\n\n### The action of this release\n\n\`\`\`yaml\n${uses}\n\`\`\``);
}

const commands = { make, check, notes };
const [command = '', ...words] = process.argv.slice(2);
try {
  if (!Object.hasOwn(commands, command)) throw new Refused(`name one of ${Object.keys(commands).join(', ')}`);
  commands[command](...words);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message.replaceAll(/^/gm, 'release: '));
  process.exitCode = 1;
}
