-- those of a stretch's boots that were restarts, three numbers each: the boot, when the meter last ran, when it ran again
ALTER TABLE stretch ADD COLUMN IF NOT EXISTS restarts BIGINT ARRAY DEFAULT ARRAY[] NOT NULL;
