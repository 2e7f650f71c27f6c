/** What the XML reader says, in the words of people who write templates. */

interface Wording {
  /** The beginning of the reader's own message. */
  readonly said: string;
  readonly message: string;
  readonly help: string;
}

const wordings: readonly Wording[] = [
  {
    said: 'disallowed character in tag name',
    message: 'a "<" that begins no tag',
    help: 'write &lt; for the sign itself',
  },
  {
    said: 'disallowed character in attribute name',
    message: 'this character cannot stand in a tag',
    help: 'attributes are written name="value", with a space before each',
  },
  {
    said: 'attribute without value',
    message: 'an attribute without a value',
    help: 'write name="value"; in XML syntax every attribute has a quoted value',
  },
  {
    said: 'unquoted attribute value',
    message: 'an attribute value without quotes',
    help: 'put the value in double quotes',
  },
  {
    said: 'no whitespace between attributes',
    message: 'two attributes without a space between them',
    help: 'put a space before each attribute',
  },
  {
    said: 'forward-slash in opening tag not followed by >',
    message: 'a "/" inside a tag',
    help: 'an empty element ends with "/>"',
  },
  {
    said: 'disallowed character in closing tag',
    message: 'an end tag holds nothing but its name',
    help: 'write it as </name>',
  },
  { said: 'weird empty close tag', message: 'an end tag without a name', help: 'write </name>' },
  {
    said: 'disallowed character.',
    message: 'a character that cannot stand here',
    help: 'inside an attribute value write &lt; for "<"; control characters are not text; a quote may be missing before',
  },
  { said: 'the string "]]>"', message: '"]]>" in text', help: 'write ]]&gt;' },
  {
    said: 'malformed comment',
    message: 'a comment that is not well-formed',
    help: 'a comment cannot hold "--"',
  },
  {
    said: 'text data outside of root node',
    message: 'text outside the html element',
    help: 'everything stands between <html> and </html>',
  },
  {
    said: 'documents may contain only one root',
    message: 'a second element beside html',
    help: 'everything stands between <html> and </html>',
  },
  {
    said: 'document must contain a root element',
    message: 'the document has no element',
    help: 'begin with <html lang="en"> and give it a head and a body',
  },
  {
    said: 'unexpected end',
    message: 'the document ends inside a tag, a comment or a CDATA section',
    help: 'close what is open: a quote, "-->", "]]>" or ">" is missing',
  },
  {
    said: 'inappropriately located doctype',
    message: 'a doctype that is not at the start',
    help: '<!DOCTYPE html> is the first line, or is left out',
  },
  {
    said: 'incorrect syntax',
    message: 'a "<!" that begins nothing known',
    help: 'comments are written <!-- … -->',
  },
  {
    said: 'processing instruction',
    message: 'a processing instruction that cannot be read',
    help: 'remove it',
  },
  {
    said: 'an XML declaration must',
    message: 'an XML declaration that is not at the start',
    help: 'remove it',
  },
  {
    said: 'the XML declaration must',
    message: 'an XML declaration that is not at the start',
    help: 'remove it',
  },
];

/** Said of tags that do not fit; our own reader of the stack says it better. */
const silent = ['unexpected close tag', 'unmatched closing tag', 'unclosed tag', 'duplicate attribute'];

/** The message and help for what the XML reader said, or undefined for what is reported elsewhere. */
export function wordingFor(said: string): { readonly message: string; readonly help: string } | undefined {
  if (silent.some((prefix) => said.startsWith(prefix))) return undefined;
  return (
    wordings.find((wording) => said.startsWith(wording.said)) ?? {
      message: `the document is not well-formed: ${said.replace(/\.$/, '')}`,
      help: 'mend the markup here',
    }
  );
}
