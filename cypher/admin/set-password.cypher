// Gives the current user another password; runs in the database `system`.
// Parameters: $old (the present password), $new (the next one)
// Columns: none
// Order: no rows
// Bound: no rows
ALTER CURRENT USER SET PASSWORD FROM $old TO $new
