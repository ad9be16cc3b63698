"""How the window looks: tokens, theme, fonts, icons."""
