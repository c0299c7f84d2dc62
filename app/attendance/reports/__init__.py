"""Reports: attendance lists as the video platforms write them, read into stays without deciding who anybody is."""
