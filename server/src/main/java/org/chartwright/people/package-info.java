/**
 * Who works with the record in a browser: accounts, how they prove themselves, and their sessions.
 *
 * <p><b>The one idea.</b> There is no account that nobody made and no password that somebody else chose. An operator invites
 * ({@link org.chartwright.people.Invitations}); whoever holds the one-time token chooses a password and gets a second
 * factor; with both they sign in ({@link org.chartwright.people.SignIn}) and have a session, which ends when it rests.
 *
 * <p><b>Start reading</b> at {@code Person}, {@code Invitations}, {@code SignIn}, {@code PersonSessions}.
 *
 * <p><b>Called by</b> the face of the workspace and the command line; <b>calls</b> the database and the keys. Passwords are
 * digested by Argon2id (Spring Security's, over Bouncy Castle's), one-time codes are java-otp's (RFC 6238).
 *
 * <p><b>Threads.</b> All is thread-safe and works across processes.
 *
 * <p><b>Traps.</b> An account that does not exist, a wrong password and a wrong code get one answer at one cost: whoever tries
 * learns nothing. After failures an account must wait; the wait grows and never locks anybody out for good.
 */
@Room(mayUse = {"database", "access", "keys"})
@NullMarked
package org.chartwright.people;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
