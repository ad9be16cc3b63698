"""What a merged picture says, each a pure function of it: crossings, movement, matches, money, dissent, figures."""
