"""A language model as reader: any OpenAI-compatible endpoint, every value held to its words.

The flow: ``pieces`` cuts the document at paragraphs, ``prompt`` sets each piece apart as
data, ``client`` asks, ``quotes`` looks for every quote of the answer in the text, ``values``
reads the quotes with the program's own lexicons, ``sources`` finds who speaks, ``assemble``
makes the Reading. What has no quote is dropped and counted. See docs/llm-reader.md.

Asking needs the extra ``tallystick[llm]``; importing this package does not.
"""

from __future__ import annotations

from tallystick.llm.options import LlmOptions, Output
from tallystick.llm.reader import Account, LlmReader

__all__ = ["Account", "LlmOptions", "LlmReader", "Output"]
