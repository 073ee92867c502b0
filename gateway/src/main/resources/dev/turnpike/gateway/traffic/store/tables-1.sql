-- One line about one exchange, written when it is over. Times in microseconds unless said, amounts in nanodollars.
CREATE TABLE exchange (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  started INTEGER NOT NULL, -- epoch milliseconds
  kind TEXT NOT NULL,
  session TEXT NOT NULL,
  client TEXT NOT NULL,
  project TEXT NOT NULL,
  asked TEXT NOT NULL,
  served TEXT NOT NULL,
  channel TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL, -- finished, failed, abandoned
  status INTEGER NOT NULL, -- what the client got; 0 for one that left
  error TEXT NOT NULL,
  message TEXT NOT NULL,
  committed INTEGER NOT NULL, -- the error came inside the stream
  stop TEXT NOT NULL,
  stream INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  lost_status INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  input INTEGER NOT NULL,
  output INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write INTEGER NOT NULL,
  cost INTEGER, -- null: no price is known
  plan INTEGER NOT NULL, -- paid by the caller's own subscription
  first_token INTEGER,
  duration INTEGER NOT NULL,
  request_bytes INTEGER NOT NULL,
  reply_bytes INTEGER NOT NULL,
  tools TEXT NOT NULL, -- |Bash|Edit|
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  broken_at INTEGER,
  pinned INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX exchange_started ON exchange (started);

-- Everything else about it. bodies: which it has and where their bytes are, as BodyRow writes them; data: the rest, as
-- compressed JSON.
CREATE TABLE detail (
  seq INTEGER PRIMARY KEY,
  bodies BLOB NOT NULL,
  data BLOB NOT NULL
);

-- Bytes by their hash, each kept once however often it was sent.
CREATE TABLE piece (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL,
  size INTEGER NOT NULL,
  packed INTEGER NOT NULL, -- compressed
  data BLOB NOT NULL
);
CREATE UNIQUE INDEX piece_hash ON piece (hash);

-- What a body is put together of: references to pieces and lists. Also kept once.
CREATE TABLE list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL,
  data BLOB NOT NULL
);
CREATE UNIQUE INDEX list_hash ON list (hash);

-- The words of what was new in an exchange, by exchange.seq.
CREATE VIRTUAL TABLE words USING fts5(
  text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);

-- Numbers about the whole. sweeps: how often pieces were removed, so that whoever remembers ids forgets them.
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tally VALUES ('sweeps', 0);

-- What was used, by the hour; stays when exchanges go.
CREATE TABLE usage (
  hour INTEGER NOT NULL, -- epoch hours
  model TEXT NOT NULL,
  channel TEXT NOT NULL,
  project TEXT NOT NULL,
  session TEXT NOT NULL,
  requests INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  input INTEGER NOT NULL,
  output INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write INTEGER NOT NULL,
  cost INTEGER NOT NULL, -- of those whose price is known
  priced INTEGER NOT NULL, -- how many that are
  unpriced INTEGER NOT NULL, -- how many have no price
  planned INTEGER NOT NULL, -- how many a subscription pays for
  saved INTEGER NOT NULL, -- by the cache
  generating INTEGER NOT NULL, -- how long answers took that streamed
  generated INTEGER NOT NULL, -- tokens in that time
  first_tokens BLOB NOT NULL, -- histograms, as LatencyHistogram writes them
  durations BLOB NOT NULL,
  PRIMARY KEY (hour, model, channel, project, session)
) WITHOUT ROWID
