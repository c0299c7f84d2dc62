"""Measures of speed: `./run bench` prints them as one table. Never tests: a noisy machine must fail no build."""
