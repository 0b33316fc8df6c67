// Makes the lease of whoever ingests unique, so that two who ask at once ask for the same one.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
CREATE CONSTRAINT lease_name IF NOT EXISTS
FOR (lease:IngestLease) REQUIRE lease.name IS UNIQUE
