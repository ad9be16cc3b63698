"""One cell read strictly: days, counts, codes and places, or the reason why not."""
