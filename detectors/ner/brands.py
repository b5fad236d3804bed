"""Companies and brands that are called like a person."""

import re

BRANDS = re.compile(
    r"\b(?:Albert Heijn|Jacobs Douwe Egberts|Douwe Egberts|Dirk van den Broek|Jan Linders|"
    "Simon L[eé]velt|Marie Claire|Paul Smith|Peter Larsen|Thomas Cook|Daniel Wellington|Oetker|"
    "Ben & Jerry's|Jack Daniel's|Johnnie Walker|Tommy Hilfiger|Calvin Klein|Jamin|Hans Anders|"
    "Miele|Julius Meinl|Caffè Mauro|Tony's Chocolonely|Sara Lee|Max Havelaar|Van Nelle|"
    "Anne Frank Huis|Johan Cruijff ArenA|Marks & Spencer|Kees Smit|Lucas Bols|Pieter Pot|"
    "Van Gend & Loos|Ernst & Young|Piet Klerkx|Van Haren|Van Dale|Van der Valk|Peek & Cloppenburg|"
    "Leen Bakker|Karl Lagerfeld|Hugo Boss|Louis Vuitton|Christian Dior|Estée Lauder|Mary Kay|"
    r"Harley Davidson|Mercedes-Benz|Rolls-Royce|Aston Martin|Jan de Rijk|Van Lanschot|Kempen)\b",
    re.IGNORECASE,
)
