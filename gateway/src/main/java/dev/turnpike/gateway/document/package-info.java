/// What documents say: the text of a PDF, for models that take no files.
package dev.turnpike.gateway.document;
