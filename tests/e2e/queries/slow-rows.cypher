/* ---
id: slow-rows
title: { en: Slow rows, de: Langsame Zeilen }
description:
  en: Rows that come one by one, so that they can be watched and stopped.
  de: Zeilen, die nach und nach kommen, sodass man zusehen und abbrechen kann.
tags: [bench]
columns:
  - { name: number, label: { en: Number, de: Nummer } }
  - { name: sum, label: { en: Sum, de: Summe } }
show: table
rowLimit: 10000
--- */
UNWIND range(1, 10000) AS number
CALL (number) {
  UNWIND range(1, 20000) AS step
  RETURN sum(step % number) AS sum
}
RETURN number, sum
