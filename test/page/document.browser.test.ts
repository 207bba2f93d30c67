import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { bundledPage, bundledRosters, reportFolder } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

describe.each(bundledRosters)('a report about %s', (name) => {
  test('asks nobody for anything, and nothing in it is refused', async () => {
    const { requests, said } = await opener.open(files.report(name, bundledPage(name)));
    expect(requests.map((address) => address.slice(0, 8))).toEqual(['file:///']);
    expect(said).toEqual([]);
  });
});
