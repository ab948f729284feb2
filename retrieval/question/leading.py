"""Words that may lead to a question and ask nothing: "and who paid?", "но почему?". All languages at once."""

LEADING = r"(?:(?:and|but|so|ok|und|aber|et|mais|y|pero|а|и|но|і|й|та|але) )*"
"""Of a question in normal form, each with the space behind it."""
