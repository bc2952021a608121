-- The last digits of case numbers. Numbers may be left out, never used twice.
create sequence case_number as bigint minvalue 1;
