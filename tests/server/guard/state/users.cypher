// Who may use the database?
// Parameters: none
// Columns: user, suspended, passwordChangeRequired
// Order: user
// Bound: one user in tests
SHOW USERS YIELD user, suspended, passwordChangeRequired
RETURN user, suspended, passwordChangeRequired
ORDER BY user
