/* ---
id: faulty
title: { en: Faulty, de: Fehlerhaft }
description: { en: It has no words in German. }
columns:
  - { name: number, label: { en: Number, de: Nummer } }
--- */
RETURN 1 AS number
