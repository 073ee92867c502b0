// What the SDKs refuse, on purpose, each with its reason. Whatever else they refuse fails.

/**
 * Golden requests of clients, and requests that pass through, by file: `without` takes values away and `with` puts some
 * in, by JSON pointer; what is left must be accepted, and must not be as it is.
 */
export const ODD_REQUESTS = {
  'anthropic-foreign-thinking-unchecked/sent.json': {
    why: 'servers that sign nothing of their own take thinking without a signature, and refuse an empty one',
    with: {
      '/messages/1/content/0/signature': '',
      '/messages/7/content/0/signature': '',
    },
  },
  'anthropic-stream/asked.json': {
    why: 'a field that nobody knows yet must pass through',
    without: ['/unknown'],
  },
  'anthropic-stream/sent.json': {
    why: 'a field that nobody knows yet must pass through',
    without: ['/unknown'],
  },
  'asks-documents/asked.json': {
    why: 'the API takes PDFs alone as Base64, clients have other files too',
    with: Object.fromEntries(
      [9, 10, 11, 12, 13].map(i => [`/messages/0/content/${i}/source/media_type`, 'application/pdf'])),
  },
  'asks-files/asked.json': {
    why: 'the API takes PDFs alone as Base64, clients have other files too',
    with: { '/messages/4/content/2/source/media_type': 'application/pdf' },
  },
  'asks-media/asked.json': {
    why: 'a search result that holds nothing but its address must not break the turn',
    with: {
      '/messages/1/content/2/content/0/title': '',
      '/messages/1/content/2/content/0/encrypted_content': '',
    },
  },
  'asks-odd-fields/asked.json': {
    why: 'whatever is of a wrong kind or in a wrong place must be noted, and fail nothing',
    with: {
      '/max_tokens': 1,
      '/temperature': 1,
      '/stop_sequences': ['END'],
      '/output_config': {},
      '/metadata': {},
      '/system': [],
      '/tools': [],
      '/tool_choice': { type: 'auto' },
      '/messages': [{ role: 'user', content: 'hi' }],
    },
  },
  'asks-oddities/asked.json': {
    why: 'a choice and a form that do not exist must be noted, and fail nothing',
    with: {
      '/tool_choice': { type: 'auto' },
      '/output_config': {},
    },
  },
  'asks-system/asked.json': {
    why: 'Claude Code sends a field that no SDK has',
    without: ['/safeguards'],
  },
  'asks-tools/asked.json': {
    why: 'schemas without a type or missing altogether, and no limit, are what other clients send',
    with: {
      '/max_tokens': 1,
      '/tools/2/input_schema/type': 'object',
      '/tools/3/input_schema': { type: 'object' },
      '/tools/4/input_schema/type': 'object',
    },
  },
};

/** Golden streams with an input of a tool that is not JSON: the SDK must say so. */
export const UNREADABLE_INPUTS = {
  'tool-bad-arguments': 'a model wrote it so; it is on its way before anybody can know, and nothing of it is made up',
};
