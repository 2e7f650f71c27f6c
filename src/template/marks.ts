/**
 * The characters that carry origins through Handlebars. They are Unicode noncharacters, made for use inside
 * one program, so no real text can hold them (private-use characters may: icon fonts, GBK leftovers).
 */

/** `OPEN site CLOSE` or `OPEN site.datum CLOSE`: from here on the text comes from that site. */
export const open = '\uFDD0';
export const close = '\uFDD1';
/** `ENTER site CLOSE`: from here to the matching LEAVE the text comes through that partial call. */
export const enter = '\uFDD2';
export const leave = '\uFDD3';

/** Matches any of the four. */
export const reserved = /[\uFDD0-\uFDD3]/;

/** `U+FDD0` and so on. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
