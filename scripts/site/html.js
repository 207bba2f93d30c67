const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in HTML, between elements or within quotes. */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (character) => entities[character]);

/** The text of markup that this program wrote. */
export const textOfMarkup = (markup) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
