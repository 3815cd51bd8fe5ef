-- what a meter held when it was read: two tokens tell two lives of one meter
ALTER TABLE visit ADD COLUMN IF NOT EXISTS token VARCHAR(56);
