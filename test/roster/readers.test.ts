import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeValues } from '../../src/roster/places.ts';
import { readValues } from '../../src/roster/read.ts';
import { seeded } from '../support/rosters.ts';
import { yamlDocuments } from '../support/texts.ts';
test('x', () => {
  let acc=0, n=0; const bad: string[] = [];
  fc.assert(fc.property(yamlDocuments, (text) => {
    n++;
    const f = readValues(text); if (!('value' in f)) return; acc++;
    const p = placeValues(text);
    if (f.value==='') return; if (p.diagnostics.length>0 || JSON.stringify(p.root.value)!==JSON.stringify(f.value)) bad.push(JSON.stringify(text)+'  '+JSON.stringify(f.value)+ '  '+ JSON.stringify(p.root.value)+p.diagnostics.map(d=>d.message));
  }), {...seeded, numRuns: 20000});
  console.log(n, acc, bad.length); console.log(bad.sort((a,b)=>a.length-b.length).slice(0,30).join('\n'));
});
