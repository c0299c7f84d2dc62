"""Measures of speed: `./run bench` prints them as one table. They are never tests: a noisy machine must not fail a build."""
