-- Those who declared kin among the staff, walked through by number.
CREATE INDEX declaration_of_kin ON declaration (number) WHERE relative;
