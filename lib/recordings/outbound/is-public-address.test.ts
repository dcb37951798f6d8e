import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address";

test.each([
  ["unspecified", ["0.0.0.0", "0.1.2.3", "::"]],
  ["loopback", ["127.0.0.1", "127.255.255.254", "::1"]],
  ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"]],
  ["link-local", ["169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1"]],
  ["shared by carriers", ["100.64.0.1", "100.127.255.255"]],
  ["multicast and broadcast", ["224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1"]],
  [
    "reserved",
    ["192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1", "2001:db8::1", "3fff::1", "5f00::1", "100::1"],
  ],
  ["IPv4-mapped and compatible", ["::ffff:8.8.8.8", "::ffff:10.0.0.1", "::ffff:7f00:1", "::8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1"]],
  ["NAT64", ["64:ff9b::127.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::10.0.0.1"]],
  ["6to4 and Teredo", ["2002:7f00:1::", "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"]],
  ["no address at all", ["", "localhost", "example.com", "1.2.3.4.5"]],
])("an address that is %s is never one of the public internet", (_kind, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test("addresses of the public internet are told as such", () => {
  const addresses = ["8.8.8.8", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});
