-- Who asked on which business day that another administrator resets the access; it holds for that day.
ALTER TABLE account ADD COLUMN reset_asked_by text, ADD COLUMN reset_asked_on date;
