import MiniSearch from 'minisearch';

const data = JSON.parse(document.getElementById('search-data').textContent);
const search = new MiniSearch({
  fields: ['heading', 'page', 'text'],
  storeFields: ['heading', 'page', 'text'],
  searchOptions: {
    boost: { heading: 3, page: 2 },
    prefix: true,
    fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    combineWith: 'AND',
  },
});
search.addAll(data);

const field = document.getElementById('words');
const list = document.getElementById('found');
const said = document.getElementById('said');
const most = 30;

/** The text around the first of the words that were found. */
function excerpt(text, terms) {
  const at = Math.min(...terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place >= 0));
  const start = Number.isFinite(at) ? Math.max(0, at - 60) : 0;
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 180)}${text.length > start + 180 ? '…' : ''}`;
}

function show() {
  const words = field.value.trim();
  const found = words === '' ? [] : search.search(words).slice(0, most);
  list.replaceChildren(
    ...found.map(({ id, heading, page, text, terms }) => {
      const [item, link, where, part] = ['li', 'a', 'span', 'p'].map((name) => document.createElement(name));
      link.href = id;
      link.textContent = heading;
      where.textContent = heading === page ? '' : ` ${page}`;
      part.textContent = excerpt(text, terms);
      item.append(link, where, part);
      return item;
    }),
  );
  said.textContent =
    words === ''
      ? ''
      : found.length === 0
        ? 'Nothing found.'
        : `${found.length === most ? 'The first ' : ''}${found.length} found`;
}

/** The words of the address, which can be shared. */
function read() {
  try {
    field.value = decodeURIComponent(/^#q=(.*)$/.exec(location.hash)?.[1] ?? '');
  } catch {
    field.value = '';
  }
  show();
}

field.addEventListener('input', () => {
  history.replaceState(null, '', `#q=${encodeURIComponent(field.value)}`);
  show();
});
addEventListener('hashchange', read);
read();
field.focus();
document.documentElement.dataset.ready = '';
