package dev.turnpike.app.inspector;

/// A row of the list: the head of a session, or an exchange. Rows stay the same objects while what they say changes.
sealed interface ListRow permits SessionRow, ExchangeRow {}
