"""Which notebooks may be executed once for everybody.

Those whose code only shows what the course gives: it comes out the same whoever executes it and when, as a screen has
no clock and no chance but its persona's, and what a learner does changes only the copy that her seat has.
"""

import ast

import atelier_ameli


def is_shared(cells: list[str]) -> bool:
    """Tell whether code is only `from atelier_ameli import …` and calls with constants of what that has imported."""
    try:
        lines = [line for cell in cells for line in ast.parse(cell).body]
    except SyntaxError:  # or IPython's own, such as %magic
        return False
    imports = [line for line in lines if isinstance(line, ast.ImportFrom) and line.module == "atelier_ameli"]
    aliases = [alias for line in imports for alias in line.names]
    if any(alias.asname or alias.name not in atelier_ameli.__all__ for alias in aliases):
        return False
    names = {alias.name for alias in aliases}
    return all(line in imports or _is_call(line, names) for line in lines)


def _is_call(line: ast.stmt, names: set[str]) -> bool:
    match line:
        case ast.Expr(ast.Call(ast.Name(name), arguments, keywords)):
            values = [*arguments, *(keyword.value for keyword in keywords)]
            return name in names and all(isinstance(value, ast.Constant) for value in values)
    return False
