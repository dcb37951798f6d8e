/** Without a file of its own, Turbopack would take the application's, two folders up. */
export function register() {}
