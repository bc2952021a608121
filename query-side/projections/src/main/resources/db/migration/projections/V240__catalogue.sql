-- The newest published version of each service item. Its words are in the package.
CREATE TABLE catalogue_service (
    service text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL
);
